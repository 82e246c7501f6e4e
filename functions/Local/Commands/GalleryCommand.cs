using System.CommandLine;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Local.Gallery;

namespace SoraFunctions.Local.Commands;

/// <summary><c>sora gallery</c>: a short clip of every word that the engine knows, and contact sheets of them.</summary>
internal static class GalleryCommand
{
    public static Command Create()
    {
        var words = new Argument<string[]>("words") { Description = "Only these, such as settings, deeds/pour or splash-in (default: all)", Arity = ArgumentArity.ZeroOrMore };
        var output = new Option<DirectoryInfo>("--output", "-o") { Description = "Folder for the files", DefaultValueFactory = _ => new("out/gallery") };
        var size = new Option<string>("--size") { Description = "Width x height in pixels", DefaultValueFactory = _ => "640x360" };
        var quality = new Option<Quality>("--quality") { Description = "draft, standard or final" };
        var examples = new Option<DirectoryInfo?>("--examples") { Description = "Folder of the example products (default: that of this checkout)" };
        var command = new Command("gallery", "Render a clip of every setting, deed, camera move, form and atmosphere") { words, output, size, quality, examples };
        command.SetAction(async (arguments, cancellation) =>
        {
            if (!TryFormat(arguments.GetValue(size)!, out var format))
            {
                await Console.Error.WriteLineAsync("sora: --size must be width x height, both even and 128 to 3840, such as 640x360.");
                return 2;
            }

            var shots = GalleryShots.All(format, arguments.GetValue(quality)).Where(shot => Named(shot, arguments.GetValue(words)!)).ToList();
            if (shots.Count == 0)
            {
                await Console.Error.WriteLineAsync("sora: no shot of the gallery has such a name; try settings, deeds, cameras, forms, air, or a word such as splash-in.");
                return 2;
            }

            var folder = arguments.GetValue(output)!;
            folder.Create();
            return await new GalleryRun(folder.FullName, (arguments.GetValue(examples) ?? Examples()).FullName).Render(shots, cancellation);
        });
        return command;
    }

    private static bool Named(GalleryShot shot, string[] words) =>
        words.Length == 0 || words.Any(word => word == shot.Group || word == shot.Name || word == $"{shot.Group}/{shot.Name}");

    private static bool TryFormat(string text, out FrameFormat format)
    {
        var parts = text.Split('x');
        format = new(640, 360);
        if (parts.Length != 2 || !int.TryParse(parts[0], out var width) || !int.TryParse(parts[1], out var height) ||
            width % 2 != 0 || height % 2 != 0 || width is < 128 or > 3840 || height is < 128 or > 3840)
        {
            return false;
        }

        format = new(width, height);
        return true;
    }

    // The program lies some folders below the checkout.
    private static DirectoryInfo Examples()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "examples", "perfume")))
            {
                return new(Path.Combine(folder.FullName, "examples"));
            }
        }

        throw new DirectoryNotFoundException("The example products are not beside this program; name their folder with --examples.");
    }
}
