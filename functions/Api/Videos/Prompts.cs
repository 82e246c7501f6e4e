using SoraFunctions.Api.Errors;

namespace SoraFunctions.Api.Videos;

/// <summary>What the prompt of a change may be.</summary>
internal static class Prompts
{
    private const int Longest = 32_000;

    public static void Check(string prompt)
    {
        if (string.IsNullOrWhiteSpace(prompt) || prompt.Length > Longest)
        {
            throw Refusals.Invalid("prompt", $"prompt must have 1 to {Longest} characters; it has {prompt.Length}.");
        }
    }
}
