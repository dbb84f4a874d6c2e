/// Lines of a journal that a run does not go on from, by their numbers.
package struct LeftOutLines: Hashable, Sendable {
    /// Those that are no result. What they were is done again.
    package internal(set) var unreadable: [Int] = []
    /// Results of problems that no run was to search.
    package internal(set) var foreign: [Int] = []
}
