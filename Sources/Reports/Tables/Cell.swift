import ExactAlgebra
import PlatformBasics
import Neurovariety
import Studies

/// What stands in a place of a table: text for people, and for programs one field of CSV or several.
///
/// Fields are plain: numbers without thousands separators and units, and nothing where there is no number.
package struct Cell: Sendable, Hashable, ExpressibleByStringInterpolation {
    package let text: String
    package let fields: [String]

    /// - Parameter fields: as many as its column has names.
    package init(_ text: String, _ fields: [String]) {
        (self.text, self.fields) = (text, fields)
    }

    /// Words, the same for all.
    package init(_ text: String) { self.init(text, [text]) }

    package init(stringLiteral text: String) { self.init(text) }

    /// What people see where there is nothing.
    package static func nothing(_ text: String = "") -> Cell { Cell(text, []) }

    /// `14,112`, and 14112.
    package static func count(_ value: some CustomStringConvertible) -> Cell {
        Cell(Quantity.count(value.description), [value.description])
    }

    /// `0.00431 s`, and 0.004312.
    package static func seconds(_ value: Double) -> Cell {
        Cell(Quantity.seconds(value), [decimal(value)])
    }

    /// The same; a dash where there is none.
    package static func seconds(_ value: Double?) -> Cell { value.map { seconds($0) } ?? nothing("–") }

    /// For a column with ``Heading/time``.
    package static func time(_ time: MeasuredTime) -> Cell {
        let fields =
            switch time {
            case .seconds(let value): [decimal(value)]
            case .beyond(let limit): ["", decimal(limit)]
            case .missing(let reason): ["", "", reason]
            }
        return Cell(Quantity.text(time), fields)
    }

    /// `1,200×`, and 1199.8.
    package static func ratio(_ value: Double) -> Cell { Cell(Quantity.ratio(value), ["\(value)"]) }

    /// `1,200` or `0.28`: two digits at least; and the number.
    package static func rounded(_ value: Double) -> Cell {
        Cell(value >= 10 ? Quantity.count(value.rounded().fixed(0)) : value.significant(2), ["\(value)"])
    }

    /// Filter sizes and strides, as keys of a row.
    package static func fields(_ architecture: Architecture) -> [String] {
        [list(architecture.filterSizes), list(architecture.strides)]
    }

    /// `5 2`: a list in one field.
    package static func list(_ values: [some CustomStringConvertible]) -> String {
        values.map(\.description).joined(separator: " ")
    }

    /// To nanoseconds, without an exponent.
    static func decimal(_ seconds: Double) -> String {
        var text = seconds.fixed(9)
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text += "0" }
        return text
    }
}

/// What stands above a column: text for people, and the names of its fields in CSV, with units.
package struct Heading: Sendable, Hashable, ExpressibleByStringInterpolation {
    package let text: String
    package let names: [String]

    package init(_ text: String, _ names: String...) {
        (self.text, self.names) = (text, names)
    }

    /// The name is the text with low lines between words, and without capital letters other than those of the field: I, K,
    /// C_k.
    package init(stringLiteral text: String) {
        let words = text.split { !($0.isLetter || $0.isNumber || $0 == "_") }
        let names = words.map { ["I", "K", "C_k"].contains($0) ? String($0) : $0.lowercased() }
        self.init(text, names.joined(separator: "_"))
    }

    /// Of times that may be missing: seconds; the limit that was passed; why there is none.
    package static let time = Heading("time", "seconds", "beyond_seconds", "missing")
    /// Of keys that are architectures.
    package static let architecture = ["filter_sizes", "strides"]
}
