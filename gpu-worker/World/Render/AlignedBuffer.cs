using System.Runtime.InteropServices;

namespace SoraFunctions.World.Render;

/// <summary>Numbers that never move and begin with a line of the cache, so that no sixteen of them in a row need lie on two.</summary>
/// <typeparam name="T">A number of four bytes.</typeparam>
internal sealed unsafe class AlignedBuffer<T>
    where T : unmanaged
{
    private const int Line = 64;
    private readonly byte[] owner;

    /// <param name="count">How many; all are 0.</param>
    public AlignedBuffer(int count)
    {
        owner = GC.AllocateArray<byte>(checked(count * sizeof(T) + Line), pinned: true);
        Start = (T*)((Marshal.UnsafeAddrOfPinnedArrayElement(owner, 0) + Line - 1) & ~(Line - 1));
    }

    /// <summary>The first of them.</summary>
    public T* Start { get; }
}
