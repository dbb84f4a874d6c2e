/// What stands in tables where a value is missing.
enum MissingValue {
    /// What pandas, R and spreadsheets write, and signs that are common, besides `NaN` in any case. Here case counts:
    /// `na` and `Na` are names.
    private static let marks: Set<String> = [
        "NA", "N/A", "n/a", "<NA>", "NULL", "null", "Null", "None", "NaT", "#N/A", "#NA", "1.#IND", "-1.#IND",
        "1.#QNAN", "-1.#QNAN", ".", "?", "-",
    ]
    private static let longest = marks.map(\.utf8.count).max() ?? 0

    static func isMark(_ field: ArraySlice<UInt8>) -> Bool {
        guard !field.isEmpty else { return true }
        guard field.count <= longest else { return false }
        let text = String(decoding: field, as: UTF8.self)
        return marks.contains(text) || text.drop { $0 == "+" || $0 == "-" }.lowercased() == "nan"
    }
}
