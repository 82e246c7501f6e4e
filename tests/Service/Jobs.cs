using System.Security.Cryptography;
using System.Text;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Service.Tests;

/// <summary>Orders and assets to try a worker with.</summary>
internal static class Jobs
{
    public static ShotJob Shot(long seed, params string[] pictures) => new(new ShotOrder
    {
        Engine = "fake",
        Shot = new Shot { Id = "a", Seconds = 1, Subjects = ["one"] },
        Cast = pictures.Length == 0
            ? [new Subject { Id = "one", Name = "One", Form = Form.Bottle }]
            : [.. pictures.Select((picture, index) => new Subject { Id = $"p{index}", Name = "P", Form = Form.Bottle, Picture = picture })],
        Look = new Look(),
        Format = new FrameFormat(128, 128),
        Seed = seed,
    });

    public static CutJob Cut(long seed, params ClipAssets[] clips) => new(new CutOrder
    {
        Storyboard = new Storyboard { Title = "T", Shots = [new Shot { Id = "a", Seconds = 1, Subjects = ["one"] }] },
        Clips = clips,
        Format = new FrameFormat(128, 128),
        SafeZone = new SafeZone(0, 0, 0, 0),
        Seed = seed,
    });

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static Task<RenderStatus> Submit(this IWorker worker, string key, RenderJob job, CancellationToken cancellation) =>
        worker.Submit(key, job, Turn.Usual, cancellation);

    public static async Task<string> PutText(this IWorker worker, string text)
    {
        var bytes = Bytes(text);
        await worker.Put(Hash(bytes), new MemoryStream(bytes), CancellationToken.None);
        return Hash(bytes);
    }

    public static async Task<byte[]> Read(this IWorker worker, string sha256)
    {
        await using var stream = await worker.Open(sha256, CancellationToken.None);
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory);
        return memory.ToArray();
    }

    /// <summary>The status at the job's end.</summary>
    public static async Task<RenderStatus> End(this IWorker worker, string key)
    {
        while (true)
        {
            var status = await worker.Status(key, 1, TimeSpan.FromSeconds(60), CancellationToken.None);
            Assert.NotNull(status);
            if (status.State is RenderState.Completed or RenderState.Failed)
            {
                return status;
            }
        }
    }
}
