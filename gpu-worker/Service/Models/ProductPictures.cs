using SoraFunctions.Models.Catalog;
using SoraFunctions.Models.CutOut;
using SoraFunctions.Models.Diffusion;
using SoraFunctions.Models.Pictures;
using SoraFunctions.Models.Upscaling;
using SoraFunctions.World;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.Service.Models;

/// <summary>Has the helper models make more of merchants' pictures for the embedded engine.</summary>
internal static class ProductPictures
{
    private const int Factor = 2;

    /// <summary>What the models that are here can do.</summary>
    public static PictureAids Aids(HelperSessions sessions)
    {
        var slot = sessions.Slot(ProductCutOut.Slot);
        var cuts = File.Exists(Path.Combine(slot, "model.onnx"));
        var upscaler = new Upscaler(sessions);
        var enlarges = upscaler.Problem(Factor, UpscalingMethod.Slim) is null;
        return new PictureAids
        {
            Version = string.Join('+', new[] { cuts ? $"cut-out-{PackageVersion.Of(slot)}" : null, enlarges ? "upscale-slim" : null }.OfType<string>()),
            CutOut = cuts ? (picture, cancellation) => new ProductCutOut(sessions).Cut(new RgbView(Colours(picture), picture.Width, picture.Height), cancellation).Matte?.Alpha : null,
            Enlarge = enlarges ? (picture, cancellation) => Enlarged(upscaler, picture, cancellation) : null,
        };
    }

    private static Texture Enlarged(Upscaler upscaler, Texture picture, CancellationToken cancellation)
    {
        var colours = upscaler.Enlarge(new RgbView(Colours(picture), picture.Width, picture.Height), Factor, UpscalingMethod.Slim, cancellation).Picture;
        var alpha = upscaler.Enlarge(new RgbView(Alphas(picture), picture.Width, picture.Height), Factor, UpscalingMethod.Lanczos, cancellation).Picture;
        var rgba = new byte[4 * colours.Width * colours.Height];
        for (int from = 0, to = 0; to < rgba.Length; from += 3, to += 4)
        {
            colours.Pixels.AsSpan(from, 3).CopyTo(rgba.AsSpan(to));
            rgba[to + 3] = alpha.Pixels[from];
        }

        return picture with { Width = colours.Width, Height = colours.Height, Rgba = rgba };
    }

    private static byte[] Colours(Texture picture) => Three(picture, (at, channel) => at + channel);

    private static byte[] Alphas(Texture picture) => Three(picture, (at, _) => at + 3);

    private static byte[] Three(Texture picture, Func<int, int, int> place)
    {
        var rgb = new byte[picture.Rgba.Length / 4 * 3];
        for (int from = 0, to = 0; to < rgb.Length; from += 4, to += 3)
        {
            for (var channel = 0; channel < 3; channel++)
            {
                rgb[to + channel] = picture.Rgba[place(from, channel)];
            }
        }

        return rgb;
    }
}
