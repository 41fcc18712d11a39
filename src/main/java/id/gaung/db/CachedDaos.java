package id.gaung.db;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.extension.ExtensionContext;
import org.jdbi.v3.core.extension.ExtensionFactory;
import org.jdbi.v3.core.extension.Extensions;
import org.jdbi.v3.core.extension.HandleSupplier;
import org.jdbi.v3.core.extension.NoSuchExtensionException;
import org.jdbi.v3.core.internal.OnDemandExtensions;
import org.jspecify.annotations.Nullable;

/**
 * Makes on-demand DAOs that are put together once and kept. JDBI's own are put together again at
 * every call, which takes longer than most of our statements do, and a publication makes some
 * thirty calls. As with JDBI's own, each call uses the thread's transaction if there is one, else a
 * connection of its own.
 */
final class CachedDaos {

  private CachedDaos() {}

  static void install(Jdbi jdbi) {
    jdbi.getConfig(Extensions.class).register(new Threads());
    jdbi.getConfig(OnDemandExtensions.class)
        .setFactory((j, type, extra) -> Optional.of(madeOnFirstCall(j, type)));
  }

  private static Object madeOnFirstCall(Jdbi jdbi, Class<?> type) {
    return Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, new FirstCall(jdbi, type));
  }

  /** Few DAOs are needed for the first page, and putting all together takes half a second. */
  private static final class FirstCall implements InvocationHandler {

    private final Jdbi jdbi;
    private final Class<?> type;
    private volatile @Nullable InvocationHandler made;

    FirstCall(Jdbi jdbi, Class<?> type) {
      this.jdbi = jdbi;
      this.type = type;
    }

    @Override
    public Object invoke(Object dao, Method method, Object[] args) throws Throwable {
      InvocationHandler known = made;
      return (known == null ? make() : known).invoke(dao, method, args);
    }

    // Made twice when two threads come at once: the same, and no harm.
    private InvocationHandler make() {
      Object dao =
          jdbi.getConfig(Extensions.class)
              .findFor(type, new Standing(jdbi))
              .orElseThrow(() -> new NoSuchExtensionException(type));
      InvocationHandler handler = Proxy.getInvocationHandler(dao);
      made = handler;
      return handler;
    }
  }

  /** What JDBI supplies to the DAOs of the thread at this moment. */
  private static final class Supply {
    private final HandleSupplier supplier;

    Supply(HandleSupplier supplier) {
      this.supplier = supplier;
    }
  }

  /** Lets JDBI hand out its supplier as if it were a DAO. */
  private static final class Threads implements ExtensionFactory {

    @Override
    public boolean accepts(Class<?> type) {
      return type == Supply.class;
    }

    @Override
    public Set<FactoryFlag> getFactoryFlags() {
      return Set.of(FactoryFlag.DONT_USE_PROXY);
    }

    @Override
    public <E> E attach(Class<E> type, HandleSupplier supplier) {
      return type.cast(new Supply(supplier));
    }
  }

  /** Stands in one DAO for the suppliers of all the threads that call it. */
  private static final class Standing implements HandleSupplier {

    private final Jdbi jdbi;

    // One per DAO, and as long-lived as it; emptied after each call.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable HandleSupplier> current = new ThreadLocal<>();

    Standing(Jdbi jdbi) {
      this.jdbi = jdbi;
    }

    @Override
    public Handle getHandle() {
      HandleSupplier supplier = current.get();
      if (supplier == null) {
        throw new IllegalStateException("no call under way");
      }
      return supplier.getHandle();
    }

    @Override
    public Jdbi getJdbi() {
      return jdbi;
    }

    @Override
    public ConfigRegistry getConfig() {
      return jdbi.getConfig();
    }

    @Override
    public <V> V invokeInContext(ExtensionContext context, Callable<V> task) throws Exception {
      return jdbi.withExtension(Supply.class, supply -> with(supply.supplier, context, task));
    }

    private <V> V with(HandleSupplier supplier, ExtensionContext context, Callable<V> task)
        throws Exception {
      HandleSupplier outer = current.get();
      current.set(supplier);
      try {
        return supplier.invokeInContext(context, task);
      } finally {
        if (outer == null) {
          current.remove();
        } else {
          current.set(outer);
        }
      }
    }
  }
}
