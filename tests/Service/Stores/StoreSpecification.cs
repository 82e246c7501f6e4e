using SoraFunctions.Service.Stores;

namespace SoraFunctions.Service.Tests.Stores;

/// <summary>What every store does.</summary>
public abstract class StoreSpecification : IAsyncLifetime
{
    protected IStore Store { get; set; } = null!;

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    /// <summary>The same store as another process sees it.</summary>
    protected abstract IStore Another();

    private Task<string?> Write(string name, string text, string? expected = null) => Store.Write(name, Jobs.Bytes(text), expected, default);

    private async Task<string?> Text(string name) => await Store.Read(name, default) is { } record ? System.Text.Encoding.UTF8.GetString(record.Content) : null;

    [Fact]
    public async Task Record_that_was_written_is_read_with_its_tag()
    {
        Assert.Null(await Store.Read("open/a", default));
        var tag = await Write("open/a", "one");

        var read = await Another().Read("open/a", default);

        Assert.Equal(Jobs.Bytes("one"), read!.Content);
        Assert.Equal(tag, read.Tag);
    }

    [Fact]
    public async Task Record_that_is_there_is_not_written_as_new()
    {
        await Write("open/a", "one");
        Assert.Null(await Write("open/a", "two"));
        Assert.Equal("one", await Text("open/a"));
    }

    [Fact]
    public async Task Record_is_replaced_by_who_knows_its_tag_and_by_nobody_else()
    {
        var first = await Write("open/a", "one");
        var second = await Write("open/a", "two", first);
        Assert.NotNull(second);
        Assert.NotEqual(first, second);
        Assert.Null(await Write("open/a", "three", first));
        Assert.Equal("two", await Text("open/a"));
        await Store.Delete("open/a", null, default);
        Assert.Null(await Write("open/a", "four", second));
        Assert.Null(await Text("open/a"));
    }

    [Fact]
    public async Task Record_is_deleted_by_who_knows_its_tag_or_does_not_care()
    {
        var first = await Write("open/a", "one");
        var second = await Write("open/a", "two", first);
        await Store.Delete("open/a", first, default);
        Assert.Equal("two", await Text("open/a"));
        await Store.Delete("open/a", second, default);
        Assert.Null(await Text("open/a"));
        await Store.Delete("open/a", null, default);
    }

    [Fact]
    public async Task Records_of_a_folder_are_listed_with_their_tags()
    {
        var tags = new Dictionary<string, string?>();
        foreach (var key in (string[])["a", "b_-9", "C"])
        {
            tags["open/" + key] = await Write("open/" + key, "text of " + key);
        }

        await Write("done/aa/a", "x");

        var listed = await Another().List("open", default);

        Assert.Equal(tags.OrderBy(one => one.Key, StringComparer.Ordinal), listed.ToDictionary(one => one.Name, one => (string?)one.Tag).OrderBy(one => one.Key, StringComparer.Ordinal));
        Assert.Empty(await Store.List("nothing", default));
    }

    [Fact]
    public async Task Of_many_who_write_at_once_one_succeeds()
    {
        IStore[] stores = [Store, Another(), Another()];
        var first = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => stores[number % 3].Write("open/a", Jobs.Bytes($"{number}"), null, default)));
        var tag = Assert.Single(first, one => one is not null);
        var next = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => stores[number % 3].Write("open/a", Jobs.Bytes($"next {number}"), tag, default)));
        Assert.Single(next, one => one is not null);
    }

    [Fact]
    public async Task Counter_that_all_add_to_under_conditions_loses_nothing()
    {
        await Write("open/a", "0");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            var store = Another();
            for (var added = 0; added < 10;)
            {
                var read = await store.Read("open/a", default);
                var next = int.Parse(System.Text.Encoding.UTF8.GetString(read!.Content)) + 1;
                added += await store.Write("open/a", Jobs.Bytes($"{next}"), read.Tag, default) is null ? 0 : 1;
            }
        }));
        Assert.Equal("40", await Text("open/a"));
    }

    [Fact]
    public async Task Asset_that_is_deleted_is_gone_for_all_and_can_be_put_again()
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, "an asset");
            var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("an asset"u8));
            await Another().DeleteAsset(hash, default);
            await Another().PutAsset(hash, path, default);

            await Another().DeleteAsset(hash, default);

            Assert.False(await Another().HasAsset(hash, default));
            Assert.Null(await Another().OpenAsset(hash, default));
            await Another().PutAsset(hash, path, default);
            Assert.True(await Another().HasAsset(hash, default));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task Asset_is_put_once_and_read_by_all()
    {
        var bytes = new byte[3_000_000];
        Random.Shared.NextBytes(bytes);
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, bytes);
        var hash = Jobs.Hash(bytes);
        Assert.False(await Store.HasAsset(hash, default));
        Assert.Null(await Store.OpenAsset(hash, default));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Another().PutAsset(hash, path, default)));
        File.Delete(path);

        Assert.True(await Store.HasAsset(hash, default));
        await using var stream = await Store.OpenAsset(hash, default);
        using var memory = new MemoryStream();
        await stream!.CopyToAsync(memory);
        Assert.Equal(bytes, memory.ToArray());
    }

    [Fact]
    public async Task File_is_opened_from_any_place_and_tells_its_whole_length()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "0123456789");
        var hash = Jobs.Hash(Jobs.Bytes("0123456789"));
        await Store.PutAsset(hash, path, default);
        File.Delete(path);
        var name = $"assets/{hash[..2]}/{hash[2..4]}/{hash}";

        foreach (var from in new[] { 0, 7, 10 })
        {
            await using var file = await Store.OpenFile(name, from, default);
            using var reader = new StreamReader(file!.Content);
            Assert.Equal(("0123456789"[from..], 10), (await reader.ReadToEndAsync(), file.Length));
        }

        Assert.Null(await Store.OpenFile("assets/absent", 0, default));
    }
}
