using System.Security.Cryptography;
using System.Text;

namespace SoraFunctions.Local.Durable;

/// <summary>What a call asks for: the same on every replay, or the replay has left its history.</summary>
/// <param name="Number">Its place among the calls of the run, from 1.</param>
/// <param name="Kind">What it waits for.</param>
/// <param name="Name">The activity, orchestration or event; empty for a delay.</param>
/// <param name="InputHash">SHA-256 of its input, lower-case hex.</param>
internal sealed record StepRequest(int Number, StepKind Kind, string Name, string InputHash)
{
    public static string Hash(string input) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(input)));

    /// <summary>In words, for errors: "activity 'RenderShot'".</summary>
    public string Words => Kind switch
    {
        StepKind.Activity => $"activity '{Name}'",
        StepKind.SubOrchestration => $"sub-orchestration '{Name}'",
        StepKind.Event => $"event '{Name}'",
        _ => "a delay",
    };
}
