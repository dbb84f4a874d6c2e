import Foundation
import Macaulay2
import Neurovariety
import TestSupport
import Testing

@testable import Studies

@Suite struct Table2Tests {
    private let architecture = Result { try Architecture(filterSizes: [2, 2], strides: [2]) }

    private func column(_ script: String?, seconds: Double = 60) throws -> Table2Column {
        let session = try script.map { script in
            let folder = try ScratchFolder()
            let path = try folder.program(
                "#!/bin/sh\nif [ \"$1\" = --version ]; then echo 1.21; exit 0; fi\n\(script)\n")
            return (folder, try Macaulay2Program.locate(path).session(seconds: seconds))
        }
        return try withExtendedLifetime(session) {
            try Table2Column.measure(architecture.get(), session: session?.1) { _ in }
        }
    }

    private func cells(_ column: Table2Column, macaulay2: Bool) -> [MeasuredTime] {
        Table2Column.Row.allCases.filter { $0.isMacaulay2 == macaulay2 }.compactMap { column.cells[$0] }
    }

    @Test func nativelyOnly() throws {
        let column = try column(nil)
        #expect(column.cells.count == Table2Column.Row.allCases.count && column.errors.isEmpty)
        #expect(cells(column, macaulay2: true).allSatisfy { $0 == .missing("no M2") })
        #expect(cells(column, macaulay2: false).allSatisfy { $0.seconds != nil })
    }

    /// An error of Macaulay2 is told, with its place; a time limit is a cell.
    @Test func failuresOfMacaulay2() throws {
        let failing = try column(
            "echo '@lcngen protocol 1'; echo \"$2:1:2:(3):[5]: error: no method\" >&2; exit 1")
        #expect(cells(failing, macaulay2: true).allSatisfy { $0 == .missing("failed") })
        #expect(failing.errors.count == 6)
        #expect(
            failing.errors.first == "(2,2;2), ideal: Macaulay2 error at 2-2-s2-ideal.m2:1:2: no method",
            "\(failing.errors)")
        let late = try column("exec sleep 100", seconds: 0.1)
        #expect(cells(late, macaulay2: true).allSatisfy { $0 == .beyond(0.1) } && late.errors.isEmpty)
    }

    @Test func aPackageThatIsMissing() throws {
        let key = "isInstalled.MultigradedImplicitization"
        func answer(_ value: String) throws -> Table2Column {
            try column(
                "echo '@lcngen protocol 1'; echo '@lcngen \(key) \(value)'; "
                    + "echo '@lcngen time.multigradedKernel 0.5'; echo '@lcngen done'")
        }
        #expect(try answer("false").cells[.multigradedKernel] == .missing("not installed"))
        #expect(try answer("true").cells[.multigradedKernel] == .seconds(0.5))
        let malformed = try answer("{1,")
        #expect(malformed.cells[.multigradedKernel] == .missing("failed"))
        #expect(malformed.errors.count == 1 && malformed.errors[0].contains("malformed"))
    }
}
