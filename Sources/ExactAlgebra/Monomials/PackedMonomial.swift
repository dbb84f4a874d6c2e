/// A monomial of known degree, stored as the list of its variables.
///
/// The monomial `w_{i_1}⋯w_{i_d}` with `i_1 ≥ … ≥ i_d` is the word whose fields are `i_1, …, i_d`, the
/// largest index in the most significant place. Two consequences make this the representation of the
/// minor engine:
/// - among monomials of one degree, *smaller word* means *larger monomial in graded reverse
///   lexicographic order* with `w_0 > w_1 > …`, so lists in increasing order of words start with the
///   leading term;
/// - multiplying by a variable keeps that order (it is a monomial order), so sorted lists stay sorted.
///
/// The degree and the number of variables are not stored; they belong to the list.
protocol PackedMonomial: Comparable, Sendable, BitwiseCopyable {
    /// What multiplication by one variable needs to know.
    associatedtype Multiplier: Sendable, BitwiseCopyable

    /// The monomial 1.
    static var one: Self { get }

    /// Multiplication of monomials of degree `degree` by `w_variable`.
    static func multiplier(variable: Int, degree: Int, variableCount: Int) -> Multiplier

    func multiplied(by multiplier: Multiplier) -> Self

    /// What is needed to find the variables again.
    associatedtype Places: BitwiseCopyable

    static func places(variableCount: Int) -> Places

    /// The variable number `place`, from 0, counted from the smallest index; of a monomial of degree
    /// `degree`.
    func variable(at place: Int, degree: Int, places: Places) -> Int

    /// Appends the `degree` indices, largest first.
    func appendVariables(degree: Int, variableCount: Int, to list: inout [UInt16])
}
