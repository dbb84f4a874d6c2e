import ExactAlgebra
import Testing

@testable import Neurovariety

@Suite struct HilbertTests {
    /// The count by digits against all monomials, each tested for being a face.
    @Test(arguments: assortment.indices) func functionByBruteForce(index: Int) throws {
        let a = try architecture(assortment[index].filterSizes, assortment[index].strides)
        let complex = a.initialComplex
        let series = try HilbertSeries(a)
        let values = series.function(upTo: 4)
        for degree in 0...4 {
            var faces = 0
            Monomial.visit(degree: degree, variables: Array(0..<a.endToEndFilterSize)) { monomial in
                if !complex.idealContains(monomial) { faces += 1 }
            }
            #expect(values[degree] == Integer(faces), "\(a) in degree \(degree)")
        }
        #expect(series.degree == a.degree)
        #expect(series.dimension == a.dimension)
    }

    /// Known from Macaulay2.
    @Test func knownSeries() throws {
        #expect(try HilbertSeries(architecture([5, 5], [3])).numerator == [1, 8, 36, 40, -15])
        #expect(try HilbertSeries(architecture([5, 2], [3])).numerator == [1, 2, 3, 0, -1])
        #expect(try HilbertSeries(architecture([3, 2, 2], [2, 2])).numerator == [1, 4, 7])
    }

    @Test(arguments: assortment.indices) func polynomialIsTheFunctionForLargeDegrees(index: Int) throws {
        let series = try HilbertSeries(
            architecture(assortment[index].filterSizes, assortment[index].strides))
        let polynomial = HilbertPolynomial(series)
        let values = series.function(upTo: 12)
        for degree in series.numerator.count...12 {
            let common = polynomial.coefficients.reduce(Integer.one) {
                Integer.leastCommonMultiple($0, $1.denominator)
            }
            var value = Integer.zero
            for coefficient in polynomial.coefficients.reversed() {
                value =
                    value * Integer(degree) + coefficient.numerator * (common / coefficient.denominator)
            }
            #expect(value == values[degree] * common)
        }
    }

    @Test func facesAreCounted() throws {
        let series = try HilbertSeries(architecture([2, 2], [2]))
        // Two facets {0,1,3} and {0,2,3}.
        #expect(series.fVector == [1, 4, 5, 2])
        #expect(HilbertPolynomial(series).description == "d^2 + 2*d + 1")
        let point = try HilbertSeries(architecture([1], []))
        #expect(HilbertPolynomial(point).description == "1")
    }

    @Test func largeArchitectures() throws {
        let square = try architecture([30, 30], [3])
        #expect(try HilbertSeries(square).degree == square.degree)
        let deep = try architecture(
            [3, 2, 3, 2, 2, 3, 2, 2, 2, 3, 2, 2], [2, 3, 2, 2, 2, 2, 3, 2, 2, 2, 2])
        #expect(try HilbertSeries(deep).degree == deep.degree)
        #expect(throws: HilbertError.self) { try HilbertSeries(architecture([3000, 3000], [2])) }
    }

    @Test(arguments: assortment.indices) func nonfacesAreCountedWithoutBeingListed(index: Int) throws {
        let a = try architecture(assortment[index].filterSizes, assortment[index].strides)
        let listed = try PrimeIdeal(a).degrees.mapValues { Integer($0) }
        #expect(NonfaceCounts(a)?.bySize == listed, "\(a)")
    }
}
