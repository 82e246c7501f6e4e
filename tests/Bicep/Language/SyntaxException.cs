namespace SoraFunctions.Bicep.Tests.Language;

/// <summary>A text is not Bicep; says where and why.</summary>
internal sealed class SyntaxException(Position at, string message) : Exception(message)
{
    public Position At { get; } = at;
}
