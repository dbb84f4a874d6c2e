import Neurovariety
import Macaulay2
@main
struct Main {
    static func main() throws {
        let a = CommandLine.arguments
        let k = a[1].split(separator: ",").map { Int($0)! }
        let s = a[2].split(separator: ",").map { Int($0)! }
        let arch = try Architecture(filterSizes: k, strides: s)
        print(try Script(arch, options: ScriptOptions(approach: Approach(rawValue: a[3])!, listsGenerators: a.count > 4, checksRadical: false), tool: "lcngen", command: "x").text, terminator: "")
    }
}
