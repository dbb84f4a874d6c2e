/// What a journal holds results of.
package enum JournalKind: String, CaseIterable, Sendable {
    case validate, atlas
    case criticalPoints = "critical-points"

    /// Told by the first line of the first that has one.
    package init(paths: [String]) throws {
        for path in paths {
            let journal = try JournalSnapshot(path: path)
            if journal.isEmpty { continue }
            if journal.heading == Atlas.heading {
                self = .atlas
            } else if try JSONLine.read(ValidationConditions.self, journal.heading) != nil {
                self = .validate
            } else if try JSONLine.read(SweepConditions.self, journal.heading) != nil {
                self = .criticalPoints
            } else {
                throw MergeError.notAJournal(path: path)
            }
            return
        }
        throw MergeError.nothing
    }
}
