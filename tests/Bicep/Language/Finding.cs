namespace SoraFunctions.Bicep.Tests.Language;

/// <summary>Something wrong in a file; lines and columns count from 1.</summary>
internal sealed record Finding(string File, Position At, string Message)
{
    public override string ToString() => $"{File}({At.Line},{At.Column}): {Message}";
}
