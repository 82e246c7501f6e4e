using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Pipeline.Tests.Doubles;

/// <summary>The tables in a SQLite file of their own, or in another database that has none yet.</summary>
internal sealed class FileDatabase : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sora-pipeline-").FullName;
    private readonly Action<DbContextOptionsBuilder> _use;

    public FileDatabase(Action<DbContextOptionsBuilder>? use = null)
    {
        _use = use ?? (options => options.UseSqlite($"Data Source={Path.Combine(_folder, "sora.db")};Pooling=False"));
        using var database = Open();
        database.Database.EnsureCreated();
    }

    /// <summary>As another process would see it.</summary>
    public SoraDatabase Open()
    {
        var options = new DbContextOptionsBuilder<SoraDatabase>();
        _use(options);
        return new SoraDatabase(options.Options);
    }

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
