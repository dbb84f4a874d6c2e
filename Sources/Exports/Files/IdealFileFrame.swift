import Neurovariety

/// What stands around and between the generators in a file format.
struct IdealFileFrame: Sendable {
    /// What becomes of an ideal without generators.
    enum ZeroIdeal: Sendable {
        /// The frame around nothing.
        case emptyList
        /// This is the whole file.
        case file(String)
        /// The program that reads the format refuses such an ideal.
        case impossible
    }

    /// What stands around long generators.
    struct LongFrame: Sendable {
        let opening: String
        let closing: String
        /// Generators that take more bytes are long.
        let limit: Int
    }

    /// Before everything.
    var opening: String
    /// Before a part, which has this place among the parts.
    var openingOfPart: @Sendable (IdealPart, Int) -> String = { _, _ in "" }
    /// Between two generators.
    var separator = ""
    /// After each generator.
    var terminator = ""
    /// Whether no separator stands between the last generator of a part and the first of the next.
    var separatesPartsOtherwise = false
    var closingOfPart = ""
    var closing = ""
    /// Where long generators stand in another frame.
    var long: LongFrame?
    var zeroIdeal = ZeroIdeal.emptyList
}
