using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Pipeline.Tests.Doubles;

/// <summary>The tables in a SQLite file of their own.</summary>
internal sealed class FileDatabase : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sora-pipeline-").FullName;

    public FileDatabase()
    {
        using var database = Open();
        database.Database.EnsureCreated();
    }

    /// <summary>As another process would see it.</summary>
    public SoraDatabase Open() => new(new DbContextOptionsBuilder<SoraDatabase>()
        .UseSqlite($"Data Source={Path.Combine(_folder, "sora.db")};Pooling=False").Options);

    public void Add(params VideoRow[] videos)
    {
        using var database = Open();
        database.Videos.AddRange(videos);
        database.SaveChanges();
    }

    public VideoRow Video(string id)
    {
        using var database = Open();
        return database.Videos.Single(row => row.Id == id);
    }

    public static VideoRow Row(string id, VideoStatus status, DateTimeOffset created, string? remixedFrom = null) => new()
    {
        Id = id,
        RemixedFrom = remixedFrom,
        TenantId = "shop",
        Model = "sora-2",
        Status = status,
        CreatedAt = created,
        Size = "640x360",
        MainChannel = "web",
        Seconds = 4,
        Request = """{"path":"tenants/shop/content/aa/aa","sha256":"aa","length":1,"media_type":"application/json"}""",
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
