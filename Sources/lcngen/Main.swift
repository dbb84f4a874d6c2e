import Neurovariety

@main
struct Main {
    static func main() {}
}
