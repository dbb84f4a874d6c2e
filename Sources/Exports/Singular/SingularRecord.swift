/// A line `@lcngen KEY NUMBER …` of what a script for Singular writes; all other lines are noise.
struct SingularRecord {
    let key: Substring
    let numbers: [Int]
    /// From 1.
    let line: Int

    /// The records, in order.
    ///
    /// - Throws: ``SingularProgram/Failure/malformed(line:)`` at a record without a key or with anything but numbers.
    static func all(in bytes: [UInt8]) throws(SingularProgram.Failure) -> [SingularRecord] {
        let lines = String(decoding: bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        var records: [SingularRecord] = []
        for (index, line) in lines.enumerated() {
            let words = line.split(separator: " ")
            guard words.first == "@lcngen" else { continue }
            let numbers = words.dropFirst(2).compactMap { Int($0) }
            guard words.count > 1, numbers.count == words.count - 2 else {
                throw .malformed(line: index + 1)
            }
            records.append(SingularRecord(key: words[1], numbers: numbers, line: index + 1))
        }
        return records
    }
}
