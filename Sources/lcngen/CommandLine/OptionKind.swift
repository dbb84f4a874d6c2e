import ExactAlgebra
import PlatformBasics
import Macaulay2
import Studies
import Training

/// How the text of an option becomes a value.
struct OptionKind<Value: Sendable>: Sendable {
    /// The texts it takes, if they are few.
    var choices: [String] = []
    /// What is done with the file that it names.
    var path: PathUse?
    let read: @Sendable (String) throws(WrongValue) -> Value
    /// How a default stands in the help.
    var shown: @Sendable (Value) -> String = { "\($0)" }
}

/// Why a text is no value: what the message says behind the name of the option.
struct WrongValue: Error {
    let message: String

    init(_ message: String) {
        self.message = message
    }

    /// ` is 'x'`, and what it is not.
    init(_ text: String, _ reason: String) {
        message = " is '\(text)'\(reason)"
    }
}

extension OptionKind where Value == Int {
    static func int(_ range: ClosedRange<Int>) -> Self {
        Self { text throws(WrongValue) in
            guard let value = Int(text), range.contains(value) else {
                throw WrongValue(
                    text, ", not a whole number from \(range.lowerBound) to \(range.upperBound)")
            }
            return value
        }
    }
}

extension OptionKind where Value == UInt64 {
    /// For random numbers.
    static var seed: Self {
        Self { text throws(WrongValue) in UInt64(try OptionKind<Int>.int(0...Int.max).read(text)) }
    }
}

extension OptionKind where Value == ClosedRange<UInt64> {
    /// `1..100`, at most so many.
    static func seeds(atMost count: Int) -> Self {
        Self(
            read: { text throws(WrongValue) in
                let ends = text.components(separatedBy: "..")
                guard ends.count == 2, let first = Int(ends[0]), let last = Int(ends[1]), first >= 0 else {
                    throw WrongValue(text, ", not a range of seeds such as 1..100")
                }
                guard first <= last else {
                    throw WrongValue(text, ", which has no seed: \(first) is more than \(last)")
                }
                guard last - first < count else {
                    throw WrongValue(text, ", more than \(count) seeds")
                }
                return UInt64(first)...UInt64(last)
            },
            shown: { "\($0.lowerBound)..\($0.upperBound)" })
    }
}

extension OptionKind where Value == Double {
    static func number(_ range: Range<Double>) -> Self {
        Self { text throws(WrongValue) in
            guard let value = Double(text), range.contains(value) else {
                func short(_ end: Double) -> String { end == end.rounded() ? "\(Int(end))" : "\(end)" }
                throw WrongValue(
                    " must be a number from \(short(range.lowerBound)) to \(short(range.upperBound))")
            }
            return value
        }
    }
}

extension OptionKind where Value == Double? {
    /// A positive number, or nil for `none`.
    static var seconds: Self {
        Self(
            read: { text throws(WrongValue) in
                if text == "none" { return nil }
                guard let value = Double(text), value > 0, value < 1e9 else {
                    throw WrongValue(text, ", not a positive number of seconds below 10^9, or none")
                }
                return value
            },
            shown: { $0.map { $0 == $0.rounded() ? "\(Int($0))" : "\($0)" } ?? "none" })
    }
}

extension OptionKind where Value == [Int] {
    /// Whole numbers separated by commas.
    static var ints: Self {
        Self(
            read: { text throws(WrongValue) in
                var result: [Int] = []
                for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
                    let trimmed = piece.withoutBlanksAround
                    guard let value = Int(trimmed) else {
                        throw WrongValue(text, ": '\(trimmed)' is not a whole number")
                    }
                    result.append(value)
                }
                return result
            },
            shown: { $0.map(String.init).joined(separator: ",") })
    }

    static func ints(each range: ClosedRange<Int>) -> Self {
        Self(
            read: { text throws(WrongValue) in
                let values = try ints.read(text)
                guard values.allSatisfy(range.contains) else {
                    throw WrongValue(" takes numbers from \(range.lowerBound) to \(range.upperBound)")
                }
                return values
            },
            shown: ints.shown)
    }

    /// `2..5`, or a list `2,3,5`.
    static func range(within bounds: ClosedRange<Int>) -> Self {
        Self(
            read: { text throws(WrongValue) in
                let ends = text.components(separatedBy: "..")
                guard ends.count == 2 else { return try ints.read(text) }
                guard let low = Int(ends[0]), let high = Int(ends[1]), low <= high,
                    bounds.contains(low), bounds.contains(high)
                else {
                    throw WrongValue(
                        text,
                        ", not a range such as 2..5, from \(bounds.lowerBound) to \(bounds.upperBound)")
                }
                return Array(low...high)
            },
            shown: { values in
                guard let first = values.first, values == Array(first..<(first + values.count)) else {
                    return ints.shown(values)
                }
                return "\(first)..\(first + values.count - 1)"
            })
    }
}

extension OptionKind where Value == WrittenFilter {
    /// A filter as people write it and programs print it.
    static var filter: Self {
        Self { text throws(WrongValue) in
            do throws(FilterTextError) {
                return try WrittenFilter(text)
            } catch {
                throw WrongValue(": \(error)")
            }
        }
    }
}

extension OptionKind where Value == [WrittenFilter] {
    /// The filters of several layers.
    static var layers: Self {
        Self { text throws(WrongValue) in
            do throws(FilterTextError) {
                return try WrittenFilter.layers(text)
            } catch {
                throw WrongValue(": \(error)")
            }
        }
    }
}

extension OptionKind where Value == String {
    /// A name of letters, digits and a few marks, which needs no quotes anywhere.
    static var name: Self {
        Self { text throws(WrongValue) in
            let isName = text.allSatisfy {
                $0.isASCII && ($0.isLetter || $0.isNumber || "-_.,:@+".contains($0))
            }
            guard isName, !text.isEmpty, !text.hasPrefix("-") else {
                throw WrongValue(text, ", not a name of letters and digits")
            }
            return text
        }
    }

    /// A name.
    static var text: Self { Self { text throws(WrongValue) in text } }

    /// The path of a file or folder.
    static func path(_ use: PathUse) -> Self {
        Self(
            path: use,
            read: { text throws(WrongValue) in
                if text.isEmpty { throw WrongValue(text, ", which names no file") }
                if text == "-", !use.takesStandardFile {
                    throw WrongValue(
                        text, ", a standard file; a name is needed (./- for a file of that name)")
                }
                return text
            })
    }
}

extension OptionKind where Value == Shard {
    static var shard: Self {
        Self { text throws(WrongValue) in
            guard let shard = Shard(text) else {
                throw WrongValue(
                    text, ", not a part such as 3/8, the third of eight (of \(Shard.largestCount) at most)")
            }
            return shard
        }
    }
}

extension OptionKind where Value == CoefficientField {
    static var field: Self {
        Self { text throws(WrongValue) in
            guard let field = CoefficientField(text) else {
                throw WrongValue(
                    text,
                    ", neither QQ nor ZZ/p with a prime p up to \(CoefficientField.largestCharacteristic)")
            }
            return field
        }
    }
}

extension OptionKind where Value: RawRepresentable<String> {
    /// One of these.
    static func choice(_ values: [Value]) -> Self {
        let names = values.map(\.rawValue)
        return Self(
            choices: names,
            read: { text throws(WrongValue) in
                guard names.contains(text), let value = Value(rawValue: text) else {
                    let hint = Suggestion.nearest(to: text, among: names).map { "; did you mean \($0)?" }
                    throw WrongValue(
                        text, ", which is none of " + names.joined(separator: ", ") + (hint ?? ""))
                }
                return value
            },
            shown: \.rawValue)
    }
}

extension OptionKind where Value: RawRepresentable<String> & CaseIterable {
    /// One of the cases of an enumeration.
    static var choice: Self { choice(Array(Value.allCases)) }
}

extension OptionKind {
    /// Some of these, separated by commas.
    static func list<Element: RawRepresentable<String>>(of values: [Element]) -> Self
    where Value == [Element] {
        let one = OptionKind<Element>.choice(values)
        return Self(
            choices: one.choices,
            read: { text throws(WrongValue) in
                var result: [Element] = []
                for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
                    result.append(try one.read(piece.withoutBlanksAround))
                }
                return result
            },
            shown: { $0.map(\.rawValue).joined(separator: ",") })
    }
}
