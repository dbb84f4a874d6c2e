import Training

/// What is said of a journal with two results for one task that exclude each other.
enum ResultConflict {
    static func text(path: String, of task: String, _ lines: [Int]) -> String {
        "\(VisibleText.of(path)) has different results for \(VisibleText.of(task)), in lines "
            + lines.map { "\($0)" }.joined(separator: " and ") + "; take out what is wrong"
    }
}
