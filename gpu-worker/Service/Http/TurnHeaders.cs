using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Service.Http;

/// <summary>Where a job stands in the row, as headers of the request say it: the body is the job and nothing else.</summary>
internal static class TurnHeaders
{
    /// <summary>Reads <c>Sora-Priority</c> (<c>interactive</c> or <c>batch</c>) and <c>Sora-Party</c>; both may be absent.</summary>
    public static Turn Read(IHeaderDictionary headers) => new()
    {
        Party = headers["Sora-Party"].ToString(),
        Priority = headers["Sora-Priority"].ToString() is { Length: > 0 } word ? Parse(word) : Turn.Usual.Priority,
    };

    private static Priority Parse(string word)
    {
        try
        {
            return JsonSerializer.SerializeToElement(word).Deserialize<Priority>(ContractJson.Default.Options);
        }
        catch (JsonException unknown)
        {
            throw new InvalidDataException($"Sora-Priority {unknown.Message}", unknown);
        }
    }
}
