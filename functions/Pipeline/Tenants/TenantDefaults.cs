using SoraFunctions.Pipeline.Channels;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Tenants;

/// <summary>Fills in what an order does not say from what its tenant has set.</summary>
public static class TenantDefaults
{
    /// <summary>The order with what was not said filled in. A storyboard that came with it is filmed as it is.</summary>
    /// <param name="request">A checked order.</param>
    /// <param name="settings">What its tenant has set.</param>
    /// <param name="said">Whether the caller wrote a field of that name.</param>
    public static VideoRequest Apply(VideoRequest request, TenantSettings settings, Func<string, bool> said)
    {
        if (request.Storyboard is not null)
        {
            return request with { Markets = said("markets") ? request.Markets : request.Markets ?? settings.Markets };
        }

        var channels = said("channels") || said("size") || said("model") ? request.Channels : settings.Channels ?? request.Channels;
        return request with
        {
            Brand = said("brand") ? request.Brand : request.Brand ?? settings.Brand,
            Legal = said("legal") ? request.Legal : request.Legal ?? settings.Legal,
            Language = said("language") ? request.Language : request.Language ?? settings.Language,
            Markets = said("markets") ? request.Markets : request.Markets ?? settings.Markets,
            Channels = channels,
            Seconds = said("seconds") ? request.Seconds : (ChannelProfile.Find(channels[0]) ?? ChannelProfile.Default).Seconds.Nearest(request.Seconds),
            Voice = said("voice") ? request.Voice : request.Voice || settings.Voice is not null,
            VoiceWish = said("voice") || settings.Voice is not { } voice ? request.VoiceWish : request.VoiceWish ?? new VoiceWish(voice, null, null),
        };
    }
}
