namespace Azure.AI.ContentSafety;

public readonly struct TextCategory(string value) : IEquatable<TextCategory>
{
    private readonly string _value = value;

    public static implicit operator TextCategory(string value) => new(value);

    public bool Equals(TextCategory other) => string.Equals(_value, other._value, StringComparison.InvariantCultureIgnoreCase);

    public override bool Equals(object? obj) => obj is TextCategory other && Equals(other);

    public override int GetHashCode() => _value?.ToUpperInvariant().GetHashCode() ?? 0;

    public override string ToString() => _value;
}
