namespace Azure.AI.ContentSafety;

public readonly struct AnalyzeImageOutputType(string value) : IEquatable<AnalyzeImageOutputType>
{
    private readonly string _value = value;

    public static AnalyzeImageOutputType FourSeverityLevels { get; } = new("FourSeverityLevels");

    public static implicit operator AnalyzeImageOutputType(string value) => new(value);

    public bool Equals(AnalyzeImageOutputType other) => string.Equals(_value, other._value, StringComparison.InvariantCultureIgnoreCase);

    public override bool Equals(object? obj) => obj is AnalyzeImageOutputType other && Equals(other);

    public override int GetHashCode() => _value?.ToUpperInvariant().GetHashCode() ?? 0;

    public override string ToString() => _value;
}
