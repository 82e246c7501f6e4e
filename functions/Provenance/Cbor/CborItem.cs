namespace SoraFunctions.Provenance.Cbor;

/// <summary>One CBOR data item (RFC 8949) as a tree, small enough to build and to take apart by hand.</summary>
internal abstract record CborItem
{
    public static implicit operator CborItem(string text) => new CborText(text);

    public static implicit operator CborItem(byte[] bytes) => new CborBytes(bytes);

    public static implicit operator CborItem(ReadOnlyMemory<byte> bytes) => new CborBytes(bytes);

    public static implicit operator CborItem(long number) => new CborInteger(number);

    public static implicit operator CborItem(bool value) => new CborBoolean(value);

    /// <summary>An RFC 3339 date and time in UTC under tag 0.</summary>
    public static CborItem Time(DateTimeOffset time) =>
        new CborTagged(0, time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
}

internal sealed record CborText(string Value) : CborItem;

internal sealed record CborBytes(ReadOnlyMemory<byte> Value) : CborItem;

internal sealed record CborInteger(Int128 Value) : CborItem;

internal sealed record CborFloat(double Value) : CborItem;

internal sealed record CborBoolean(bool Value) : CborItem;

internal sealed record CborNull : CborItem;

internal sealed record CborSimple(byte Value) : CborItem;

internal sealed record CborTagged(ulong Tag, CborItem Content) : CborItem;

internal sealed record CborArray(IReadOnlyList<CborItem> Items) : CborItem
{
    public CborArray(params CborItem[] items) : this((IReadOnlyList<CborItem>)items)
    {
    }
}
