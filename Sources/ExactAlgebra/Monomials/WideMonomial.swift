/// A monomial for which 64 bits do not suffice: up to degree 20, in up to 65,536 variables.
///
/// Slower than a word, by a factor of about ten; it goes through the same engine.
struct WideMonomial: PackedMonomial {
    static let largestDegree = 20

    struct Multiplier: Sendable, BitwiseCopyable {
        let variable: UInt16
        let degree: Int
    }

    /// The indices, largest first; zero beyond the degree.
    var indices = InlineArray<20, UInt16>(repeating: 0)

    static var one: WideMonomial { WideMonomial() }

    static func multiplier(variable: Int, degree: Int, variableCount: Int) -> Multiplier {
        Multiplier(variable: UInt16(variable), degree: degree)
    }

    func multiplied(by multiplier: Multiplier) -> WideMonomial {
        var result = self
        var place = multiplier.degree
        while place > 0, result.indices[place - 1] < multiplier.variable {
            result.indices[place] = result.indices[place - 1]
            place -= 1
        }
        result.indices[place] = multiplier.variable
        return result
    }

    struct Places: BitwiseCopyable {}

    static func places(variableCount: Int) -> Places { Places() }

    func variable(at place: Int, degree: Int, places: Places) -> Int {
        Int(indices[degree - 1 - place])
    }

    func appendVariables(degree: Int, variableCount: Int, to list: inout [UInt16]) {
        for place in 0..<degree { list.append(indices[place]) }
    }

    static func == (left: WideMonomial, right: WideMonomial) -> Bool {
        for place in 0..<largestDegree where left.indices[place] != right.indices[place] { return false }
        return true
    }

    static func < (left: WideMonomial, right: WideMonomial) -> Bool {
        for place in 0..<largestDegree where left.indices[place] != right.indices[place] {
            return left.indices[place] < right.indices[place]
        }
        return false
    }
}
