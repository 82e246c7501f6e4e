namespace SoraFunctions.World.Render;

/// <summary>What rays look for among bodies.</summary>
internal enum Quest
{
    /// <summary>The nearest surface: body, triangle and place on it.</summary>
    Surface,

    /// <summary>The nearest body and about how far away it is; <see cref="Hits"/> says nothing more.</summary>
    Distance,

    /// <summary>Whether anything is in the way: a lane is switched off at its first hit, clear bodies dim it.</summary>
    Shadow,
}
