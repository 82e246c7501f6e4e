using SoraFunctions.World;

namespace SoraFunctions.Benchmarks.Film;

/// <summary>One shot in this process, as a worker renders it; says <c>first</c> when the first frame has gone to the encoder.</summary>
internal static class Take
{
    /// <summary>Renders the shot of that name.</summary>
    /// <param name="name">One of <see cref="Shots.Names"/>.</param>
    /// <param name="examples">Folder of the pictures that shots name.</param>
    /// <param name="folder">Where the clip goes.</param>
    public static Task Render(string name, string examples, string folder) =>
        new WorldEngine().Render(Shots.Named(name), picture => Path.Combine(examples, picture), folder, new FirstFrame(), CancellationToken.None);

    private sealed class FirstFrame : IProgress<double>
    {
        private bool _said;

        public void Report(double value)
        {
            if (_said) return;
            Console.WriteLine("first");
            _said = true;
        }
    }
}
