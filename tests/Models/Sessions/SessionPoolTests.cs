using SoraFunctions.Models.Sessions;

namespace SoraFunctions.Models.Tests.Sessions;

public sealed class SessionPoolTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Model(string name) => SmallModels.Heavy(1000).Save(_folder.File($"{name}/model.onnx"));

    private long Size => ModelFiles.Bytes(Model("a"));

    private string[] Loaded(SessionPool pool) =>
        [.. pool.Status.Models.Select(model => Path.GetFileName(Path.GetDirectoryName(model.Path)!))];

    [Fact]
    public void All_who_rent_a_model_share_one_session()
    {
        using var pool = new SessionPool(new(), long.MaxValue);
        var path = Model("a");
        var sessions = new ModelSession[16];
        Parallel.For(0, sessions.Length, index =>
        {
            using var lease = pool.Rent(path);
            sessions[index] = lease.Session;
        });
        Assert.Single(sessions.Distinct());
        Assert.Equal(0, Assert.Single(pool.Status.Models).Users);
    }

    [Fact]
    public void The_longest_unused_model_goes_first_when_the_budget_is_full()
    {
        using var pool = new SessionPool(new(), 2 * Size);
        pool.Rent(Model("a")).Dispose();
        pool.Rent(Model("b")).Dispose();
        pool.Rent(Model("a")).Dispose();
        pool.Rent(Model("c")).Dispose();
        Assert.Equal(["c", "a"], Loaded(pool));
    }

    [Fact]
    public void A_model_in_use_stays_even_over_the_budget_until_it_is_given_back()
    {
        using var pool = new SessionPool(new(), Size);
        var first = pool.Rent(Model("a"));
        var second = pool.Rent(Model("b"));
        Assert.Equal(2 * Size, pool.Status.LoadedBytes);

        first.Session.WarmUp();
        first.Dispose();

        Assert.Equal(["b"], Loaded(pool));
        second.Dispose();
        second.Dispose();
        Assert.Equal(["b"], Loaded(pool));
    }

    [Fact]
    public void A_model_that_could_not_be_loaded_is_tried_again()
    {
        using var pool = new SessionPool(new(), long.MaxValue);
        File.WriteAllText(_folder.File("model.onnx"), "not a model");
        Assert.Throws<ModelLoadException>(() => pool.Rent(_folder.File("model.onnx")));
        SmallModels.Heavy(10).Save(_folder.File("model.onnx"));
        pool.Rent(_folder.File("model.onnx")).Dispose();
    }

    [Fact]
    public void A_closed_pool_unloads_the_idle_at_once_and_the_others_when_they_come_back()
    {
        var pool = new SessionPool(new(), long.MaxValue);
        pool.Rent(Model("a")).Dispose();
        var lease = pool.Rent(Model("b"));
        pool.Dispose();
        Assert.Equal(["b"], Loaded(pool));
        lease.Session.WarmUp();
        lease.Dispose();
        Assert.Empty(Loaded(pool));
        Assert.Throws<ObjectDisposedException>(() => pool.Rent(Model("a")));
    }
}
