namespace SoraFunctions.Provenance.Cbor;

/// <summary>
/// How many items may still be decoded: a byte can become an object of fifty, so that a small file must not become a
/// large tree.
/// </summary>
internal sealed class CborBudget
{
    /// <summary>Enough for the largest honest store; about 60 MB as objects.</summary>
    public const int Items = 1_000_000;

    private int left = Items;

    /// <exception cref="InvalidDataException">Nothing is left.</exception>
    public void Spend()
    {
        if (--left < 0)
            throw new InvalidDataException($"CBOR: more than {Items} items.");
    }
}
