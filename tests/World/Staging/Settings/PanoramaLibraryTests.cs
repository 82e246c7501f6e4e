using SoraFunctions.Media.Running;
using SoraFunctions.World.Panoramas;

namespace SoraFunctions.World.Tests.Staging.Settings;

public sealed class PanoramaLibraryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sora-panoramas-").FullName;

    [Fact]
    public void A_library_without_pictures_has_none() => Assert.Null(PanoramaLibrary.None.Find(PanoramaName.Apartment));

    [Fact]
    public async Task A_module_of_the_package_is_decoded_with_its_colours_in_order()
    {
        var picture = Path.Combine(_folder, "x.exr");
        await Ffmpeg.Run(["-f", "lavfi", "-i", "color=0xff8000:s=512x256,format=gbrpf32le", "-frames:v", "1", picture], CancellationToken.None);
        Write($"export default 'data:application/exr;base64,{Convert.ToBase64String(File.ReadAllBytes(picture))}'\n");

        var panorama = new PanoramaLibrary(_folder).Find(PanoramaName.Apartment)!;

        Assert.Equal((512, 256, 512 * 256 * 3), (panorama.Width, panorama.Height, panorama.Rgb.Length));
        Assert.InRange(panorama.Rgb[0], 0.9f, 1.1f);
        Assert.InRange(panorama.Rgb[1], 0.15f, 0.6f);
        Assert.InRange(panorama.Rgb[2], 0, 0.05f);
    }

    [Fact]
    public void A_broken_module_is_named()
    {
        Write("export default 'data:application/exr;base64,AAAA'");

        var error = Assert.Throws<InvalidDataException>(() => new PanoramaLibrary(_folder).Find(PanoramaName.Apartment));

        Assert.Contains("apartment.exr.js", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string module) => File.WriteAllText(Path.Combine(_folder, "apartment.exr.js"), module);
}
