using System.Globalization;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Engines;

/// <summary>
/// A model that stands for the deployment's choice, as clients of the Videos API can write it: <c>auto</c>, <c>auto:cheapest</c>, or
/// <c>auto:best:0.10</c>, with the most US dollars that a second of video may cost.
/// </summary>
/// <param name="Preference">By what it is chosen.</param>
/// <param name="MostPerSecond">US dollars for a second of video; null for whatever it costs.</param>
public sealed record AutoModel(EnginePreference Preference, decimal? MostPerSecond)
{
    private const string Word = "auto";
    private const string Accepted = "auto, auto:best, auto:cheapest or auto:fastest, and after another colon the most US dollars for a second of video, such as auto:best:0.10";

    /// <summary>Reads a model's name; null for one that names something else.</summary>
    /// <param name="field">Where it stands.</param>
    /// <param name="model">As written.</param>
    /// <exception cref="RequestException">It begins as one and goes on as none.</exception>
    public static AutoModel? Read(string field, string? model)
    {
        var parts = model?.Split(':') ?? [];
        if (parts is not [Word, ..])
        {
            return null;
        }

        var preference = EnginePreference.Best;
        decimal most = 0;
        return parts.Length <= 3
            && (parts.Length < 2 || Enum.GetNames<EnginePreference>().Any(name => name.ToLowerInvariant() == parts[1]) && Enum.TryParse(parts[1], ignoreCase: true, out preference))
            && (parts.Length < 3 || decimal.TryParse(parts[2], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out most))
                ? new AutoModel(preference, parts.Length < 3 ? null : most)
                : throw new RequestException(new RequestError(field, $"{field} must be {Accepted}."));
    }
}
