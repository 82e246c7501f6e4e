using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Pipeline.Storyboards.LanguageModels;

/// <summary>What a model is asked for.</summary>
internal sealed record Draft
{
    /// <summary>Most characters of an answer that is read.</summary>
    public const int Longest = 200_000;

    private static readonly JsonTypeInfo<Draft> _json = (JsonTypeInfo<Draft>)ContractJson.Default.Options.GetTypeInfo(typeof(Draft));

    /// <summary>The storyboard.</summary>
    public required Storyboard Storyboard { get; init; }

    /// <summary>Wishes that the engine can't show, in the caller's words.</summary>
    public required IReadOnlyList<string> NotShown { get; init; }

    /// <summary>Reads an answer; null with the reason where it is none.</summary>
    public static (Draft? Draft, string? Fault) Read(string answer)
    {
        if (answer.Length > Longest)
        {
            return (null, $"The answer has {answer.Length} characters; accepted: up to {Longest}.");
        }

        try
        {
            return JsonSerializer.Deserialize(answer, _json) is { } draft ? (draft, null) : (null, "The answer is null; accepted: the object of the schema.");
        }
        catch (JsonException fault)
        {
            return (null, $"The answer is not the object of the schema: {fault.Path ?? "$"} {fault.Message}");
        }
    }
}
