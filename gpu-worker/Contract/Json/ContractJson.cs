using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Contract.Json;

/// <summary>
/// How the records of the contract are written as JSON: snake-case names, unknown fields refused, and what is left out takes the
/// default of its record.
/// </summary>
/// <remarks>
/// By reflection, because generated readers set init-only properties that are left out to null or zero in place of the
/// record's own default.
/// </remarks>
public sealed class ContractJson
{
    private ContractJson()
    {
        Options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            NumberHandling = JsonNumberHandling.Strict,
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        Options.MakeReadOnly();
        Storyboard = Of<Storyboard>();
        ClipLog = Of<ClipLog>();
        ShotOrder = Of<ShotOrder>();
        CutOrder = Of<CutOrder>();
        RenderJob = Of<RenderJob>();
        RenderStatus = Of<RenderStatus>();
        ClipAnalysis = Of<ClipAnalysis>();
        LikenessFacts = Of<LikenessFacts>();
        SoundAnalysis = Of<SoundAnalysis>();
        PictureFingerprint = Of<PictureFingerprint>();
        IReadOnlyListEngineInfo = Of<IReadOnlyList<EngineInfo>>();
    }

    /// <summary>The one instance.</summary>
    public static ContractJson Default { get; } = new();

    /// <summary>The rules.</summary>
    public JsonSerializerOptions Options { get; }

    // Oblivious, so that both a value and what may be null can be written, as with generated writers.
#nullable disable annotations

    /// <summary>How a storyboard is written.</summary>
    public JsonTypeInfo<Storyboard> Storyboard { get; }

    /// <summary>How the log of a clip is written.</summary>
    public JsonTypeInfo<ClipLog> ClipLog { get; }

    /// <summary>How a shot order is written.</summary>
    public JsonTypeInfo<ShotOrder> ShotOrder { get; }

    /// <summary>How a cut order is written.</summary>
    public JsonTypeInfo<CutOrder> CutOrder { get; }

    /// <summary>How a job is written.</summary>
    public JsonTypeInfo<RenderJob> RenderJob { get; }

    /// <summary>How a status is written.</summary>
    public JsonTypeInfo<RenderStatus> RenderStatus { get; }

    /// <summary>How an analysis is written.</summary>
    public JsonTypeInfo<ClipAnalysis> ClipAnalysis { get; }

    /// <summary>How what is known of a likeness is written.</summary>
    public JsonTypeInfo<LikenessFacts> LikenessFacts { get; }

    /// <summary>How what was heard is written.</summary>
    public JsonTypeInfo<SoundAnalysis> SoundAnalysis { get; }

    /// <summary>How the fingerprint of a picture is written.</summary>
    public JsonTypeInfo<PictureFingerprint> PictureFingerprint { get; }

    /// <summary>How the engines of a worker are written.</summary>
    public JsonTypeInfo<IReadOnlyList<EngineInfo>> IReadOnlyListEngineInfo { get; }

#nullable restore annotations

    private JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
}
