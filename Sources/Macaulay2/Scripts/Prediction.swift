import ExactAlgebra
import PlatformBasics

/// What a script expects, so that Macaulay2 confirms or refutes it without this program beside it.
public struct Prediction: Sendable, Hashable {
    /// Of the sets of generators by their names in transcripts, how many have each degree.
    public var degrees: [String: [Int: Integer]]
    /// Of works by their names in transcripts, the seconds they took natively.
    public var seconds: [String: Double]
    /// The codimension of the neurovariety.
    public var codimension: Int?
    /// Its degree.
    public var degree: Integer?
    /// Coefficients of the numerator of its Hilbert series, from that of degree 0.
    public var hilbertNumerator: [Integer]?
    /// Whether J is radical.
    public var idealIsRadical: Bool?
    /// Of the rows `J` and `kernel`, the seconds that the paper prints.
    public var paperSeconds: [ScriptRow: Double]

    /// Nothing is expected of what is not given.
    public init(
        degrees: [String: [Int: Integer]] = [:], seconds: [String: Double] = [:], codimension: Int? = nil,
        degree: Integer? = nil, hilbertNumerator: [Integer]? = nil, idealIsRadical: Bool? = nil,
        paperSeconds: [ScriptRow: Double] = [:]
    ) {
        self.degrees = degrees
        self.seconds = seconds
        self.codimension = codimension
        self.degree = degree
        self.hilbertNumerator = hilbertNumerator
        self.idealIsRadical = idealIsRadical
        self.paperSeconds = paperSeconds
    }
}

extension ScriptPart {
    /// What is expected, as tables of Macaulay2, and what prints them.
    static func predictions(_ prediction: Prediction) -> ScriptPart {
        func table(_ entries: [(String, String)]) -> String {
            "{" + entries.map { "\"\($0)\" => \($1)" }.joined(separator: ",\n    ") + "}"
        }
        func pairs(_ numbers: [(Int, Integer)]) -> String {
            "{" + numbers.map { "{\($0), \($1)}" }.joined(separator: ", ") + "}"
        }
        let sets = prediction.degrees.sorted { $0.key < $1.key }
        let facts: [(String, String?)] = [
            ("codimension", prediction.codimension.map { "\($0)" }),
            ("degree", prediction.degree.map { "\($0)" }),
            (
                "hilbertNumerator",
                prediction.hilbertNumerator.map {
                    pairs(Array($0.enumerated()).filter { $0.element != .zero })
                }
            ),
            ("jIsRadical", prediction.idealIsRadical.map { "\($0)" }),
        ]
        return ScriptPart(
            "predictions", PackageResources.predictions_m2,
            [
                "degrees": table(sets.map { ($0, pairs($1.sorted { $0.key < $1.key })) }),
                "seconds": table(prediction.seconds.sorted { $0.key < $1.key }.map { ($0, decimal($1)) }),
                "facts": table(facts.compactMap { name, value in value.map { (name, $0) } }),
                "paper": table(
                    prediction.paperSeconds.sorted { $0.key.rawValue < $1.key.rawValue }
                        .map { ($0.rawValue, decimal($1)) }),
            ])
    }

    /// Macaulay2 reads no exponents without a fraction, and none with a plus sign.
    private static func decimal(_ seconds: Double) -> String {
        seconds.fixed(9)
    }
}
