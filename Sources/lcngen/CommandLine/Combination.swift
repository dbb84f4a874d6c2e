/// A value that several options make together, or that one of them makes only beside the others.
struct Combination<Value: Sendable>: Parameter {
    let name: String
    let parts: [any Parameter]
    private let make: @Sendable (Arguments) throws -> Value

    /// - Parameters:
    ///   - parts: what the help lists in its place; `make` may also take what its command lists before.
    ///   - make: what it throws becomes a failure with its usual status.
    init(
        _ name: String, of parts: [any Parameter] = [], make: @escaping @Sendable (Arguments) throws -> Value
    ) {
        (self.name, self.parts, self.make) = (name, parts, make)
    }

    var options: [any OptionDescription] { parts.flatMap { $0.options } }

    func value(_ words: [String: String], _ arguments: Arguments) throws(CommandFailure) -> Value {
        do {
            return try make(arguments)
        } catch {
            throw CommandFailure(error)
        }
    }
}
