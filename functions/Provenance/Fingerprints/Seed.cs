namespace SoraFunctions.Provenance.Fingerprints;

/// <summary>What is seen at one instant of a film under one guess: what the whole index is held against.</summary>
internal sealed class Seed
{
    /// <summary>The agreement of all bits from which on an instant is looked into.</summary>
    public const float Fair = 0.45f;

    /// <summary>The part of the coarse bits' weight that may differ.</summary>
    private const double Tolerance = 0.22;

    private Seed(QueryView view, int frame, in SoftDescriptor soft, int weight)
    {
        (View, Frame, Soft, Limit) = (view, frame, soft, (byte)(Tolerance * weight));
        CodeBlocks.Tables(soft, Tables);
    }

    public QueryView View { get; }

    public int Frame { get; }

    public SoftDescriptor Soft { get; }

    public byte[] Tables { get; } = new byte[256];

    public byte Limit { get; }

    /// <summary>A seed; null where the picture shows too little.</summary>
    public static Seed? Of(QueryView view, int frame)
    {
        var soft = view[frame];
        var coarse = System.Numerics.BitOperations.PopCount(soft.Once.Coarse) + 2 * System.Numerics.BitOperations.PopCount(soft.Twice.Coarse);
        return coarse < 40 || soft.Weight < 120 ? null : new Seed(view, frame, soft, coarse);
    }
}
