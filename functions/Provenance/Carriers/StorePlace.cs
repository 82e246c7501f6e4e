namespace SoraFunctions.Provenance.Carriers;

/// <summary>Where a manifest store goes in a file, and in what form.</summary>
/// <param name="At">Before which byte of the source.</param>
/// <param name="Old">The stretches with an earlier store, in order; they are left out.</param>
/// <param name="Wrap">The store, of even length, as the format carries it.</param>
internal sealed record StorePlace(
    long At, IReadOnlyList<(long Offset, long End)> Old, Func<ReadOnlyMemory<byte>, byte[]> Wrap)
{
    /// <summary>The first bytes of a file of that length, which take the place of the source's.</summary>
    public Func<long, byte[]> Head { get; init; } = _ => [];
}
