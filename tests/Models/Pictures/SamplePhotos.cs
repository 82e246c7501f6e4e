using System.Collections.Concurrent;
using SoraFunctions.Media.Pictures;
using SoraFunctions.Models.Pictures;

namespace SoraFunctions.Models.Tests.Pictures;

/// <summary>The photographs of people that the npm package @vladmandic/face-api (MIT) shows its work with: sample1 to sample6.</summary>
public static class SamplePhotos
{
    private static readonly ConcurrentDictionary<int, Lazy<Task<RgbPicture>>> _decoded = new();

    public static Task<RgbPicture> Read(int number) => _decoded.GetOrAdd(number, one => new(() => Decode(one))).Value;

    private static async Task<RgbPicture> Decode(int number)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "tests/Models/node_modules/@vladmandic/face-api/demo", $"sample{number}.jpg") is var path && File.Exists(path))
                return RgbPicture.Of(await PictureDecoder.Decode(path, default));
        throw new FileNotFoundException("the sample photographs are not installed: run ./sora test, or npm install in tests/Models");
    }
}
