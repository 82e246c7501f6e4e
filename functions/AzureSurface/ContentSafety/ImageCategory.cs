namespace Azure.AI.ContentSafety;

public readonly struct ImageCategory(string value) : IEquatable<ImageCategory>
{
    private readonly string _value = value;

    public static implicit operator ImageCategory(string value) => new(value);

    public bool Equals(ImageCategory other) => string.Equals(_value, other._value, StringComparison.InvariantCultureIgnoreCase);

    public override bool Equals(object? obj) => obj is ImageCategory other && Equals(other);

    public override int GetHashCode() => _value?.ToUpperInvariant().GetHashCode() ?? 0;

    public override string ToString() => _value;
}
