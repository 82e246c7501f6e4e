namespace Azure.AI.ContentSafety;

public readonly struct AnalyzeTextOutputType(string value) : IEquatable<AnalyzeTextOutputType>
{
    private readonly string _value = value;

    public static AnalyzeTextOutputType FourSeverityLevels { get; } = new("FourSeverityLevels");

    public static AnalyzeTextOutputType EightSeverityLevels { get; } = new("EightSeverityLevels");

    public static implicit operator AnalyzeTextOutputType(string value) => new(value);

    public bool Equals(AnalyzeTextOutputType other) => string.Equals(_value, other._value, StringComparison.InvariantCultureIgnoreCase);

    public override bool Equals(object? obj) => obj is AnalyzeTextOutputType other && Equals(other);

    public override int GetHashCode() => _value?.ToUpperInvariant().GetHashCode() ?? 0;

    public override string ToString() => _value;
}
