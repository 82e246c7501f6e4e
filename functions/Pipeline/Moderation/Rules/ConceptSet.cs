using System.Collections.Frozen;
using SoraFunctions.Pipeline.Tables;

namespace SoraFunctions.Pipeline.Moderation.Rules;

/// <summary>What scenes know a term by: some of the at most 128 concepts that <c>concepts.tsv</c> names.</summary>
/// <param name="Bits">One for each concept, in the order of the table.</param>
internal readonly record struct ConceptSet(UInt128 Bits)
{
    private const int Most = 128;

    private static readonly FrozenDictionary<string, UInt128> _byName = Table();

    /// <summary>Denies what follows: "no blood".</summary>
    public static ConceptSet Denial { get; } = Of("denial");

    /// <summary>Denies what stands before: "noose-free".</summary>
    public static ConceptSet DenialAfter { get; } = Of("denial-after");

    /// <summary>A public figure who holds or held a public office.</summary>
    public static ConceptSet Officeholder { get; } = Of("figure office");

    /// <summary>Those of some names, with spaces between them.</summary>
    /// <param name="names">As in the table.</param>
    /// <exception cref="InvalidDataException">One of them is not in the table.</exception>
    public static ConceptSet Of(string names)
    {
        var bits = UInt128.Zero;
        foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            bits |= _byName.TryGetValue(name, out var bit) ? bit : throw new InvalidDataException($"concepts.tsv names no concept '{name}'");
        }

        return new ConceptSet(bits);
    }

    /// <summary>Whether it holds none.</summary>
    public bool IsEmpty => Bits == UInt128.Zero;

    /// <summary>Whether it holds all of another.</summary>
    public bool Holds(ConceptSet others) => (Bits & others.Bits) == others.Bits;

    /// <summary>Whether the two share one.</summary>
    public bool Shares(ConceptSet others) => (Bits & others.Bits) != UInt128.Zero;

    /// <summary>Those of both.</summary>
    public static ConceptSet operator |(ConceptSet one, ConceptSet other) => new(one.Bits | other.Bits);

    private static FrozenDictionary<string, UInt128> Table()
    {
        var rows = EmbeddedTable.Rows("Moderation.Data.concepts.tsv");
        return rows.Count <= Most
            ? rows.Index().ToFrozenDictionary(row => row.Item[0], row => UInt128.One << row.Index)
            : throw new InvalidDataException($"concepts.tsv names {rows.Count} concepts where {Most} fit");
    }
}
