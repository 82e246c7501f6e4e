using System.Text.Json;
using System.Text.Json.Serialization;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Media.Checks;

/// <summary>The content of <c>checks.json</c>.</summary>
/// <param name="Passed">Whether every check of severity error holds.</param>
/// <param name="Encoder">What encoded the picture.</param>
/// <param name="Checks">What was looked at.</param>
internal sealed record CheckReport(bool Passed, string Encoder, IReadOnlyList<Check> Checks)
{
    /// <summary>The report of checks.</summary>
    public static CheckReport Of(string encoder, IReadOnlyList<Check> checks) =>
        new(checks.All(check => check.Passed || check.Severity != CheckSeverity.Error), encoder, checks);

    /// <summary>Fails with <see cref="WorkerException"/> when a check of severity error does not hold; else gives what the caller is to be told.</summary>
    public IReadOnlyList<string> Warnings()
    {
        var failed = Checks.Where(check => !check.Passed).ToList();
        return Passed
            ? [.. failed.Select(check => $"The finished video: {check}")]
            : throw new WorkerException(new RenderError(
                "bad_cut", $"The finished video is not what it should be: {string.Join(' ', failed.Where(check => check.Severity == CheckSeverity.Error))}", false));
    }

    /// <summary>As it is delivered.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ChecksJson.Default.CheckReport);
}

/// <summary>How <c>checks.json</c> is written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(CheckReport))]
internal sealed partial class ChecksJson : JsonSerializerContext;
