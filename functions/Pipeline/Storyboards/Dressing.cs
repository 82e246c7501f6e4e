using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Storyboards;

/// <summary>Puts on a storyboard what a request brings for the look and the voice of all words.</summary>
internal static class Dressing
{
    /// <summary>The storyboard with the request's way of captions, its brand's logo and font, its terms and its voice, where it has any.</summary>
    public static Storyboard Of(Storyboard storyboard, VideoRequest request) => Voiced(Worded(storyboard, request), request.VoiceWish);

    private static Storyboard Voiced(Storyboard storyboard, VoiceWish? wish) => wish is null or { Name: null, Rate: null } ? storyboard : storyboard with
    {
        Sound = storyboard.Sound with { Voice = new VoicePlan(wish.Name, wish.Rate) },
    };

    private static Storyboard Worded(Storyboard storyboard, VideoRequest request)
    {
        if (request is { Captions: null, Legal: null, Brand: null or { Logo: null, Font: null } })
        {
            return storyboard;
        }

        var (logo, font) = (request.Brand?.Logo?.Blob.Sha256 ?? storyboard.Brand?.Logo, request.Brand?.Font?.Sha256 ?? storyboard.Brand?.Font);
        return storyboard with
        {
            Captions = request.Captions ?? storyboard.Captions,
            Brand = logo is null && font is null ? null : new BrandKit { Logo = logo, Font = font },
            Legal = request.Legal ?? storyboard.Legal,
        };
    }
}
