import ExactAlgebra
import Neurovariety

@main
struct Main {
    static func main() throws {
        for (k, s) in [([5, 5], 3), ([6, 6], 3), ([7, 7], 3), ([8, 8], 3), ([9, 9], 3)] {
            let a = try Architecture(filterSizes: k, strides: [s])
            let p = a.pieces[0]
            let clock = ContinuousClock()
            for l in [p.firstLevel] + (p.secondLevel.map { [$0] } ?? []) {
                let r = ResultantMatrix(p, level: l)
                var st = MinorStatistics()
                let t = try clock.measure {
                    st = try Minors(of: r.matrix, size: p.minorSize(atLevel: l)).statistics()
                }
                print(a, l, r.matrix.rowCount, r.matrix.columnCount, st, t)
            }
            let t2 = try clock.measure {
                var ds = Determinants()
                var terms = 0
                var by: [Int: Int] = [:]
                for m in a.nonfaceMinors {
                    let f = try ds.expand(m.matrix)
                    terms += f.termCount
                    by[m.nonface.count, default: 0] += 1
                    precondition(
                        Array(f.monomial(0)).map { Int($0) } == m.nonface.reversed()
                            && f.coefficients[0].magnitude == 1)
                }
                print(by, terms)
            }
            print(t2)
        }
    }
}
