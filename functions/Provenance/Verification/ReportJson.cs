using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SoraFunctions.Provenance.Verification;

/// <summary>JSON form of reports.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    WriteIndented = true)]
[JsonSerializable(typeof(VerificationReport))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    /// <summary>
    /// Leaves titles in every script readable; the text is a document of its own, never part of a page.
    /// </summary>
    public static ReportJson Readable => Relaxed.Value;

    private static readonly Lazy<ReportJson> Relaxed =
        new(() => new ReportJson(
            new JsonSerializerOptions(Default!.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
}
