import Neurovariety

/// What stands around and between the generators in a file format.
struct IdealFileFrame: Sendable {
    /// Before everything; for the zero ideal with the zero that the format needs.
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
}
