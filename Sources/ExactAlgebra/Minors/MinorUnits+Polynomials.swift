import Synchronization

extension MinorUnits {
    /// The minors that are not zero, in order, on all cores.
    ///
    /// - Throws: ``MinorsError/outOfMemory(size:available:)``; what is kept counts too.
    func polynomials(memory: TermMemory = TermMemory()) throws(MinorsError) -> [Polynomial] {
        guard count > 0 else { return [] }
        return UInt64.holds(degree: size, variableCount: variableCount)
            ? try polynomials(as: UInt64.self, memory) : try polynomials(as: WideMonomial.self, memory)
    }

    private func polynomials<Monomial: PackedMonomial>(
        as type: Monomial.Type, _ memory: TermMemory
    ) throws(MinorsError) -> [Polynomial] {
        typealias Run = (start: Int, polynomials: [Polynomial])
        let tables = try tables(in: memory)
        let runs = Mutex(Result<[Run], MinorsError>.success([]))
        let hasFailed = Atomic<Bool>(false)
        UnitBatches(self).forEachConcurrently { nextBatch in
            var walker = MinorWalker<Monomial>(size: size, tables: tables, memory: memory)
            do throws(MinorsError) {
                while !hasFailed.load(ordering: .relaxed), let batch = nextBatch() {
                    var collector = MinorCollector<Monomial>(
                        size: size, variableCount: variableCount, memory: memory)
                    for unit in batch {
                        guard try visit(unit, &walker, &collector) else {
                            throw .outOfMemory(size: size, available: memory.size)
                        }
                    }
                    let run = (batch.lowerBound, collector.polynomials)
                    runs.withLock { $0 = $0.map { $0 + CollectionOfOne(run) } }
                }
            } catch {
                hasFailed.store(true, ordering: .relaxed)
                runs.withLock { $0 = .failure(error) }
            }
        }
        return try runs.withLock { $0 }.get().sorted { $0.start < $1.start }.flatMap(\.polynomials)
    }
}

/// Keeps minors as polynomials, each in memory of its size.
private struct MinorCollector<Monomial: PackedMonomial>: MinorTermVisitor {
    let size: Int
    let variableCount: Int
    let memory: TermMemory
    private(set) var polynomials: [Polynomial] = []

    init(size: Int, variableCount: Int, memory: TermMemory) {
        (self.size, self.variableCount, self.memory) = (size, variableCount, memory)
    }

    mutating func goesOn(after terms: Int) -> Bool { true }

    mutating func visit(
        rows: [Int], columns: UnsafeBufferPointer<Int32>, terms: UnsafeBufferPointer<Term<Monomial>>
    ) -> Bool {
        guard !terms.isEmpty else { return true }
        let bytes = terms.count * (size * MemoryLayout<UInt16>.stride + MemoryLayout<Int>.stride)
        do throws(OutOfMemory) { try memory.take(bytes) } catch { return false }
        var variables: [UInt16] = []
        variables.reserveCapacity(terms.count * size)
        for term in terms {
            term.monomial.appendVariables(degree: size, variableCount: variableCount, to: &variables)
        }
        polynomials.append(
            Polynomial(degree: size, variables: variables, coefficients: terms.map(\.coefficient)))
        return true
    }
}
