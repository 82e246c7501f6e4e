namespace SoraFunctions.Provenance.Cbor;

/// <summary>
/// A CBOR map in its written order. The typed look-ups answer null for an absent key and for a wrong type.
/// </summary>
internal sealed record CborMap(IReadOnlyList<KeyValuePair<CborItem, CborItem>> Entries) : CborItem
{
    /// <summary>Entries with a null value are left out: that is how an optional field is written.</summary>
    public static CborMap Of(params (CborItem Key, CborItem? Value)[] entries) =>
        new([.. from entry in entries
                where entry.Value is not null
                select KeyValuePair.Create(entry.Key, entry.Value)]);

    public CborItem? this[string key] => Find(item => item is CborText text && text.Value == key);

    public CborItem? this[long key] => Find(item => item is CborInteger number && number.Value == key);

    public string? Text(string key) => (this[key] as CborText)?.Value;

    public ReadOnlyMemory<byte>? Bytes(string key) => (this[key] as CborBytes)?.Value;

    public CborMap? Map(string key) => this[key] as CborMap;

    public long? Integer(string key) =>
        this[key] is CborInteger { Value: var value } && value >= long.MinValue && value <= long.MaxValue ? (long)value : null;

    public IReadOnlyList<CborItem>? Array(string key) => (this[key] as CborArray)?.Items;

    /// <summary>The maps of an array of maps; empty when there is none.</summary>
    public IEnumerable<CborMap> Maps(string key) => (Array(key) ?? []).OfType<CborMap>();

    public IEnumerable<string> TextKeys => Entries.Select(entry => entry.Key).OfType<CborText>().Select(key => key.Value);

    private CborItem? Find(Func<CborItem, bool> matches)
    {
        foreach (var entry in Entries)
            if (matches(entry.Key))
                return entry.Value;
        return null;
    }
}
