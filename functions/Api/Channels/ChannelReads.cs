using Microsoft.AspNetCore.Http;
using SoraFunctions.Api.Json;
using SoraFunctions.Api.Videos;
using SoraFunctions.Pipeline.Channels;

namespace SoraFunctions.Api.Channels;

/// <summary><c>GET /v1/channels</c>.</summary>
internal static class ChannelReads
{
    public static IResult List() => TypedResults.Json(
        ObjectList<ChannelObject>.Page([.. ChannelProfile.All.Select(Of)], ChannelProfile.All.Count, channel => channel.Id),
        ApiJson.Default.ObjectListChannelObject);

    private static ChannelObject Of(ChannelProfile channel) => new(
        channel.Name,
        "channel",
        channel.Aliases,
        channel.Title,
        channel.Size.ToString(),
        channel.Frame.Rate,
        channel.Seconds,
        channel.File,
        channel.SafeZone,
        channel.Sound,
        channel.BurntIn,
        channel.Labels,
        channel.LoopSeconds,
        channel.Sources.ToDictionary(group => group.Key, group => ChannelTable.Built.Sources[group.Value]));
}
